import { useState } from 'preact/hooks'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'

interface CopyButtonProps {
  text: string
  label: string
  done: string
}

/** Copies a text and says that it did. */
export const CopyButton = ({ text, label, done }: CopyButtonProps) => {
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  const isCopied = copied === text
  return (
    <Button kind="quiet" onPress={() => void copy()}>
      <Icon name={isCopied ? 'check' : 'copy'} />
      <output>{isCopied ? done : label}</output>
    </Button>
  )
}

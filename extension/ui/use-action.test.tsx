import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, test } from 'vitest'
import { AppError } from '../../shared/errors.ts'
import { Button } from './button.tsx'
import { ErrorBanner } from './error-banner.tsx'
import { useAction } from './use-action.ts'

afterEach(cleanup)

const Subject = ({ run }: { run: () => Promise<void> }) => {
  const action = useAction(run)
  return (
    <>
      <Button onPress={action.start}>go</Button>
      <ErrorBanner error={action.error} />
    </>
  )
}

test('G49 · a double click is one call', async () => {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  let calls = 0
  render(
    <Subject
      run={() => {
        calls += 1
        return promise
      }}
    />,
  )
  fireEvent.click(screen.getByText('go'))
  fireEvent.click(screen.getByText('go'))
  expect(calls).toBe(1)
  resolve(undefined)
  await promise
})

test('a failure stands there in words, and what is not ours keeps its message to itself', async () => {
  render(<Subject run={() => Promise.reject(new AppError('connect-rate', { params: { seconds: 30 } }))} />)
  fireEvent.click(screen.getByText('go'))
  const banner = await screen.findByRole('alert')
  expect(banner.textContent).toContain('O Connect pediu para aguardar')
  expect(banner.textContent).toContain('Tente de novo em 30 s')
})

test('a foreign error shows no text built from data', async () => {
  render(<Subject run={() => Promise.reject(new Error('senha 1234'))} />)
  fireEvent.click(screen.getByText('go'))
  expect((await screen.findByRole('alert')).textContent).not.toContain('1234')
})

import { fireEvent, render, screen } from '@testing-library/preact'
import type { Scope } from '../../../shared/api.ts'
import type { Answers, FakeBackground } from '../../ui/testing/fake-background.ts'
import { fakeBackground, ok } from '../../ui/testing/fake-background.ts'
import { client, inclusionPolicy, status } from '../../ui/testing/samples.ts'
import { OptionsPage } from '../options-page.tsx'

export const ready = (scopes?: Scope[]) => ok({ state: 'ready', port: 41417, status: status(scopes) })

/** The options page of a paired administrator with nothing set up, but for what `answers` says. */
export const showOptions = (answers: Answers): FakeBackground => {
  const background = fakeBackground({
    'link-state': ready(),
    integrations: ok({ integrations: [] }),
    erps: ok({ erps: [] }),
    policy: ok({ repeatDays: 30, retentionDays: 180, recordMonths: 72, draftDays: 30 }),
    inclusionPolicy: ok(inclusionPolicy()),
    clients: ok({ clients: [client()] }),
    ...answers,
  })
  render(<OptionsPage locale="pt-BR" onLocale={() => undefined} />)
  return background
}

export const typeInto = (label: string, value: string): void => {
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
}

/** Submits the form of that field, as Enter does. */
export const submitFormOf = (label: string): void => {
  const form = screen.getByLabelText(label).closest('form')
  if (form) fireEvent.submit(form)
}

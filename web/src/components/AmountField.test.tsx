// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it } from 'vitest'

import { USUAL_PRICE } from '../domain/amount'
import { AmountField } from './AmountField'

function Field() {
  const [value, setValue] = useState('')
  return <AmountField label="Amount" description="What they want." value={value} near={USUAL_PRICE} onChange={setValue} />
}

function setUp() {
  render(<Field />, { wrapper: MantineProvider })
  return { user: userEvent.setup(), field: screen.getByLabelText('Amount') }
}

const PATIENT = { timeout: 20_000 }
const question = () => screen.queryByRole('group', { name: 'Which one do you mean?' })

it('asks back what may be thousands when the typing rests, and not again once answered', async () => {
  const { user, field } = setUp()
  await user.type(field, '18.9')
  expect(question()).toBeNull()
  await user.click(await screen.findByRole('button', { name: '$18.90' }, PATIENT))
  expect(field).toHaveValue('18.90 USD')
  expect(screen.getByText('That is $18.90')).toBeInTheDocument()
  await user.tab()
  expect(question()).toBeNull()
})

it('asks at once when the field is left', async () => {
  const { user, field } = setUp()
  await user.type(field, '180')
  await user.tab()
  await user.click(screen.getByRole('button', { name: '$180,000' }))
  expect(field).toHaveValue('180,000')
  expect(screen.getByText('What they want.')).toBeInTheDocument()
})

it('says how words are read, and at once that others are no amount', async () => {
  const { user, field } = setUp()
  await user.type(field, 'eighteen thousand five hundred')
  expect(screen.getByText('That is $18,500')).toBeInTheDocument()
  await user.type(field, ' or so')
  await user.tab()
  expect(screen.getByText('Write an amount in dollars, like 18,000 or 18.5k.')).toBeInTheDocument()
  expect(field).toBeInvalid()
})

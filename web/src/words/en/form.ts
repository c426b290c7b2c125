export const form = {
  title: 'New negotiation',
  lead: 'The adviser needs the car, the asking price, and what you hope to pay.',
  car: 'The car',
  year: 'Year',
  make: 'Make',
  model: 'Model',
  trim: 'Trim',
  mileage: 'Mileage',
  mileageHint: 'in miles',
  vin: 'VIN',
  optional: 'optional',
  money: 'The money',
  asking: 'Asking price',
  askingHint: 'What the dealer wants.',
  target: 'Your target',
  targetHint: 'What you hope to pay.',
  walkAway: 'Your limit',
  walkAwayHint: 'The most you would pay. Private: it never appears in anything meant for the dealer.',
  more: 'How to bargain',
  strategy: 'Strategy',
  /** By the server's name; one without an entry is shown under that. */
  strategies: {
    discount_tiers: {
      label: 'Discount tiers',
      description:
        'Opens 13 % below the target. From then on the discount off the asking price decides: at 10 % and more hold (room of 1 %), from 5 % raise by 2 %, below 5 % go 2 % lower.',
    },
  } as Record<string, { label: string; description: string }>,
  rounds: 'Most rounds',
  roundsHint: (min: number, max: number) => `${min} to ${max}`,
  submit: 'Ask for the opening offer',
  warnings: {
    target_above_asking: 'Your target is above the asking price. That is allowed, but is it what you mean?',
  } as Record<string, string>,
  errors: {
    required: 'This is needed.',
    year: (first: number, last: number) => `A year from ${first} to ${last}.`,
    mileage: (most: string) => `A whole number of miles from 0 to ${most}, like 48,200 or 30k.`,
    kilometres: 'Miles are needed here, not kilometres.',
    vin: 'A VIN has 17 letters and digits, on old cars fewer.',
    tooLong: 'This is too long.',
    walkAwayBelowTarget: 'Your limit cannot be below your target.',
    rounds: (min: number, max: number) => `A whole number from ${min} to ${max}.`,
  },
  /** The server's own reason, which is in English. */
  refused: (reason: string) => reason,
}

/** The contract's limits, for checks before the server has to make them. */

export const LIMITS = {
  chatCharacters: 2000,
  dealerMessageCharacters: 5000,
  labelCharacters: 60,
  maxCents: 1_000_000_000,
  firstYear: 1900,
  maxMileage: 2_000_000,
  minRounds: 2,
  maxRounds: 50,
  defaultRounds: 10,
} as const

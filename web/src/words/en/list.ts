export const list = {
  title: 'Your negotiations',
  open: 'New negotiation',
  asking: 'Asking',
  latest: 'Dealer’s latest',
  suggested: 'Suggested next',
  agreed: 'Agreed at',
  updated: (when: string) => `Updated ${when}`,
  more: 'Load more',
  empty: {
    title: 'Which car are you after?',
    text: 'Name the car and what you hope to pay. The adviser answers with a first offer and how to argue for it.',
    action: 'Start your first negotiation',
  },
  failed: 'The list could not be loaded.',
  unseen: 'New advice',
  search: 'Search your negotiations',
  searchPlaceholder: 'Make, model, year or label',
  statusFilter: 'Which status',
  anyStatus: 'Any status',
  showAll: 'Show all',
  found: (count: number, hasMore: boolean) => {
    if (count === 0) return 'Nothing fits. Try fewer words, or another status.'
    return count === 1 && !hasMore ? '1 negotiation fits.' : `${count}${hasMore ? ' and more' : ''} negotiations fit.`
  },
  /** Said after a button's words, for ears only: which card it is on. */
  thisOne: (car: string, label: string | null) => (label === null ? `the ${car}` : `the ${car}, ${label}`),
  compare: 'Compare',
  chosen: (count: number, isFull: boolean) => {
    if (count === 1) return '1 chosen. Choose another one to compare.'
    return isFull ? `${count} chosen, which is the most.` : `${count} chosen.`
  },
  clearChosen: 'Choose none',
  compareThese: (count: number) => `Compare these ${count}`,
  sameCar: (count: number) => `${count} for this car, side by side`,
  addLabel: 'Add a label',
  changeLabel: 'Change the label',
  labelTitle: (car: string) => `Label for the ${car}`,
  label: 'Label',
  labelHint: 'Your own word for it, such as the dealer’s name. Only you see it.',
  saveLabel: 'Save',
  agreedShort: 'agreed',
  compared: {
    title: 'Side by side',
    oneCar: (car: string) => `${car}, side by side`,
    region: 'The comparison',
    caption: 'Each column is a negotiation, each row a figure',
    tooFew: 'Choose at least two negotiations in your list to compare them.',
    status: 'Status',
    opened: (when: string) => `Opened ${when}`,
    remove: 'Remove',
    lowest: 'lowest',
    saved: 'Discount reached',
    toTarget: 'To your target',
    distance: (money: string, over: number) => {
      if (over === 0) return 'reached'
      return over > 0 ? `${money} above` : `${money} below`
    },
    roundsLeft: 'Offers left',
  },
  roundOf: (round: number, max: number) => `Round ${round} of ${max}`,
}

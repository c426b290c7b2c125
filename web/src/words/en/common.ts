import type { ConnectionStatus } from '../../realtime/connection'

export const common = {
  product: 'AutoDealGenie',
  back: 'All negotiations',
  backWithNews: (count: number) =>
    count === 0 ? 'All negotiations' : `All negotiations, ${count} with new advice`,
  skip: 'Skip to the content',
  account: 'Your account',
  signedInAs: (email: string) => `Signed in as ${email}`,
  logOut: 'Log out',
  unsent: (count: number) =>
    count === 1
      ? '1 message is not sent yet. If you log out, it waits in this browser until you log in again.'
      : `${count} messages are not sent yet. If you log out, they wait in this browser until you log in again.`,
  scheme: { auto: 'Colours: like your device', light: 'Colours: light', dark: 'Colours: dark' },
  language: 'Language',
  languageNotLoaded: 'The language could not be loaded. Try again.',
  cancel: 'Cancel',
  close: 'Close',
  copy: 'Copy',
  copied: 'Copied',
  notCopied: 'The browser did not allow copying.',
  tryAgain: 'Try again',
  loading: 'Loading…',
  status: {
    active: 'Active',
    agreed: 'Agreed',
    walked_away: 'Walked away',
    expired: 'Expired',
  },
  notFound: {
    title: 'There is nothing here',
    text: 'The address may be mistyped, or the negotiation belongs to another account.',
  },
  unreachable: 'The server cannot be reached',
  broken: {
    title: 'This page stumbled',
    text: 'Your negotiation is safe on the server, and so is what you typed. Load the page again to go on.',
    action: 'Load again',
  },
  connection: (status: ConnectionStatus) => {
    if (status.phase === 'live' || status.phase === 'moving') return 'Live'
    if (status.phase === 'reconnecting') return `Reconnecting ${status.attempt}/5`
    if (status.phase === 'offline') return 'Offline'
    return 'Connecting'
  },
  connectionHint: {
    live: 'Answers appear the moment they are written.',
    polling: 'No live line. New messages are fetched every 3 seconds; everything still works.',
    silent: 'The server cannot be reached. What you write waits here and is sent when it is back.',
  },
  offline: {
    title: 'The live line is down',
    polling: 'You can go on: messages are fetched every 3 seconds instead.',
    silentTitle: 'You are offline',
    silent: 'Nothing gets through right now. What you write waits here and is sent by itself when it does.',
    action: 'Reconnect',
  },
  amount: {
    means: (money: string) => `That is ${money}`,
    ambiguous: 'Which one do you mean?',
    invalid: 'Write an amount in dollars, like 18,000 or 18.5k.',
    too_many_decimals: 'Dollars have two decimals at most.',
    out_of_range: 'The amount must be above $0 and at most $10,000,000.',
    required: 'An amount is needed.',
  },
}

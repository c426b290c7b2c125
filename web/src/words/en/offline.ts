/** The page without a line, and what it does while it is not looked at. */
export const offline = {
  asOf: (when: string) => `You see it as it was at ${when}.`,
  newer: {
    text: 'There is a newer version of this page.',
    action: 'Load it',
  },
  notifications: {
    item: 'Notifications',
    title: 'Be told when an answer comes',
    what: 'When your adviser has answered and you are not looking, this browser shows “Your adviser answered about your 2019 Toyota Camry.” There is no price in it, and nothing of what was said.',
    how: 'The message is sealed for this browser and travels through the service of its maker, such as Google, Mozilla or Apple. Turn it on here, and your browser asks for your permission.',
    turnOn: 'Turn on',
    turnOff: 'Turn off',
    state: {
      on: 'Notifications are on in this browser.',
      denied: 'This browser does not allow them here. You can change that in its settings for this page.',
      unsupported: 'This browser cannot show them here. On an iPhone or iPad, add the page to the home screen first.',
    },
    failed: 'The browser could not turn them on. Try again in a moment.',
  },
}

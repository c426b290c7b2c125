export const voice = {
  dictate: 'Dictate',
  stopDictating: 'Stop dictating',
  listening: 'Listening…',
  read: 'Read aloud',
  stopReading: 'Stop reading',
  readingFailed: 'This browser could not read it aloud.',
  problem: {
    denied: 'The browser may not use the microphone. Allow it in the browser’s settings for this page, or type.',
    noMicrophone: 'No microphone was found. You can type instead.',
    noLine: 'The browser could not reach what writes down speech. You can type instead.',
    nothingHeard: 'Nothing was heard. Try again, closer to the microphone.',
    failed: 'Dictating did not work here. You can type instead.',
  },
  consent: {
    dictate: {
      title: 'Before you dictate',
      text: 'Your browser writes down what you say. Its maker may send your voice to a server of theirs for that. We get nothing but the text in the box, and only once you send it. This browser remembers your yes.',
      agree: 'Dictate',
    },
    read: {
      title: 'Before it is read aloud',
      text: 'Your browser reads the advice. Its maker may send the text to a server of theirs, depending on the voice. Mind who can hear it. This browser remembers your yes.',
      agree: 'Read aloud',
    },
  },
}

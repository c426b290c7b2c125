/** What this browser can do with speech. What it cannot is not offered at all. */

/** The part of the browser's speech recognition that the page uses. */
export interface Recognition {
  lang: string
  continuous: boolean
  interimResults: boolean
  onresult: ((event: RecognitionResults) => void) | null
  onerror: ((event: { error: string }) => void) | null
  onend: (() => void) | null
  start: () => void
  stop: () => void
  abort: () => void
}

export interface RecognitionResults {
  resultIndex: number
  results: ArrayLike<ArrayLike<{ transcript: string }> & { isFinal: boolean }>
}

interface SpeakingWindow {
  SpeechRecognition?: new () => Recognition
  webkitSpeechRecognition?: new () => Recognition
}

/** Null where the browser cannot write down what is said. */
export function recognitionKind(): (new () => Recognition) | null {
  const { SpeechRecognition, webkitSpeechRecognition } = window as SpeakingWindow
  return SpeechRecognition ?? webkitSpeechRecognition ?? null
}

export function canSpeak(): boolean {
  return 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window
}

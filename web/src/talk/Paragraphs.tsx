import classes from './Message.module.css'

/** Text, never markup; blank lines part the paragraphs. */
export function Paragraphs({ text, isStreaming }: { text: string; isStreaming: boolean }) {
  const paragraphs = text.split(/\n{2,}/)
  return (
    <div className={classes.paragraphs} data-streaming={isStreaming}>
      {paragraphs.map((paragraph, place) => (
        // Text only grows at its end, so a paragraph's place names it.
        <p key={place} className={classes.text} dir="auto">
          {paragraph}
        </p>
      ))}
    </div>
  )
}

import { useSelected } from '../negotiation/context'
import { typesUnseen } from '../state/selectors'
import { Message } from './Message'
import { OutgoingBubble } from './OutgoingBubble'
import type { Row } from './rows'
import { Separator } from './Separator'
import { Thinking } from './Thinking'

interface Props {
  row: Row
  /** The message id of the newest advice. */
  latestId: string | null
}

export function ListRow({ row, latestId }: Props) {
  return (
    <>
      <Content row={row} latestId={latestId} />
      {row.after && <Separator separator={row.after} />}
    </>
  )
}

function Content({ row, latestId }: Props) {
  if (row.kind === 'message') return <Message message={row.message} isLatestAdvice={row.message.id === latestId} />
  return row.kind === 'outgoing' ? <OutgoingBubble outgoing={row.outgoing} /> : <Waiting />
}

/** Between a move and the adviser's answer: so that nobody wonders whether anything happens. */
function Waiting() {
  return <Thinking isTyping={useSelected(typesUnseen)} />
}

/** A field name with an amber dot while it is empty and matters; the dot says what the field would decide. */
import { Tooltip } from '@mantine/core'
import css from './open-dot.module.css'

export function FieldName({ name, open }: { name: string; open?: string | undefined }) {
  if (open === undefined) return <>{name}</>
  return (
    <span className={css.name}>
      {name}
      <Tooltip label={open} multiline maw={320} openDelay={100}>
        <span className={css.dot} role="img" aria-label={open} />
      </Tooltip>
    </span>
  )
}

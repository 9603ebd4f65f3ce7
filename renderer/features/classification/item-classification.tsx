/** The wizard for one item of the open case: what is entered stays with the item, the result goes into its code. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { withField } from '#renderer/client/facts.ts'
import { go } from '#renderer/client/route.ts'
import { useUndo } from '#renderer/client/undo.tsx'
import { useCase } from '#renderer/client/use-case.ts'
import { useSay } from '#renderer/client/words.ts'
import { Icon } from '#renderer/ui/icon.tsx'
import type { CaseItem } from '#shared/domain/case.ts'
import type { ClassifyAnswer } from '#shared/domain/classification.ts'
import css from './classification.module.css'
import { ClassificationWizard } from './wizard.tsx'
import { type Work, workOf } from './work.ts'

function Wizard({ item }: { item: CaseItem }) {
  const say = useSay()
  const { file, change } = useCase()
  const { offer } = useUndo()
  const [work, setWork] = useState<Work>(() => workOf(item))
  const edit = (by: (item: CaseItem) => CaseItem) => change((now) => ({ ...now, items: now.items.map((one) => (one.id === item.id ? by(one) : one)) }))
  const keep = (next: Work) => {
    setWork(next)
    const { parameters, marks, category, added } = next
    edit((now) => ({
      ...withField(now, 'kind', next.kind),
      description: next.description,
      classification: { ...(now.classification as object | undefined), parameters, marks, category, added },
    }))
  }
  const use = (code: string, answer: ClassifyAnswer) => {
    const before = item.eccn
    edit((now) => ({
      ...now,
      eccn: code,
      classification: { ...(now.classification as object | undefined), conclusion: answer.conclusion, packs: answer.packs },
    }))
    offer({ says: say('classification:used', { id: item.id, code }), undo: () => edit((now) => withField(now, 'eccn', before)) })
  }
  const head = (
    <div className={css.head}>
      <Button size="compact-sm" variant="subtle" leftSection={<Icon name="left" size={14} />} onClick={() => go('cases', file.id, 'items')}>
        {say('classification:back')}
      </Button>
      <h1>{say('classification:item', { id: item.id })}</h1>
    </div>
  )
  return <ClassificationWizard id={item.id} work={work} onWork={keep} used={item.eccn ?? ''} onUse={use} head={head} />
}

export function ItemClassification({ id }: { id: string }) {
  const { file } = useCase()
  const item = file.items.find((one) => one.id === id)
  return item ? <Wizard key={id} item={item} /> : null
}

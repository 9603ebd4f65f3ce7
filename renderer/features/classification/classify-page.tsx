/** The wizard outside a case, to try an item: nothing is stored. */
import { useState } from 'react'
import { useSay } from '#renderer/client/words.ts'
import { PageHead } from '#renderer/ui/block.tsx'
import css from './classification.module.css'
import { ClassificationWizard } from './wizard.tsx'
import { emptyWork, type Work } from './work.ts'

/** The trial survives a look at another screen for as long as the window is open. */
let trial: Work = emptyWork

export function ClassifyPage() {
  const say = useSay()
  const [work, setWork] = useState(trial)
  const keep = (next: Work) => {
    trial = next
    setWork(next)
  }
  return (
    <>
      <PageHead title={say('classification:title')} note={say('classification:note')} />
      <ClassificationWizard
        id="trial"
        work={work}
        onWork={keep}
        used=""
        onUse={undefined}
        head={<p className={css.soft}>{say('classification:standalone')}</p>}
      />
    </>
  )
}

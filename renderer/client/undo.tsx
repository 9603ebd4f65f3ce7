/** The last act that can be taken back, offered for a while at the foot of the window. */
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'

export type Undoable = { says: string; undo: () => void }
type Holder = { last: Undoable | null; offer: (act: Undoable) => void; clear: () => void }
const Context = createContext<Holder | null>(null)

export function UndoProvider({ children }: { children: ReactNode }) {
  const [last, setLast] = useState<Undoable | null>(null)
  const clear = useCallback(() => setLast(null), [])
  const holder = useMemo(() => ({ last, offer: setLast, clear }), [last, clear])
  return <Context.Provider value={holder}>{children}</Context.Provider>
}

export function useUndo(): Holder {
  const holder = useContext(Context)
  if (!holder) throw new Error('undo is used outside its provider')
  return holder
}

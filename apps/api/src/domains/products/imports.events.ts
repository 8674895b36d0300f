export class ImportQueued {
  constructor(readonly importId: number) {}
}

export class ImportUndoQueued {
  constructor(readonly importId: number) {}
}

export class ImportQueued {
  constructor(readonly importId: number) {}
}

/** Uploaded files whose imports are gone. */
export class ImportFilesLeft {
  constructor(readonly keys: string[]) {}
}

export class ImportUndoQueued {
  constructor(readonly importId: number) {}
}

/** Whether it went well or not. */
export class ImportFinished {
  constructor(readonly importId: number) {}
}

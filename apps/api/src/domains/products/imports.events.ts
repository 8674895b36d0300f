export class ImportQueued {
  constructor(readonly importId: number) {}
}

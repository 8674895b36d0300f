/** Thrown by handlers to whom trying again would not help: the fact is a dead letter at once. */
export class Hopeless extends Error {
  override readonly name = 'Hopeless';
}

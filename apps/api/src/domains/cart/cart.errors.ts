import { CodedError } from '../../platform/http/errors';

export class RequestInProgress extends CodedError {
  constructor() {
    super(
      'REQUEST_IN_PROGRESS',
      'The same checkout is under way. Wait for its answer, or ask again shortly.',
    );
  }
}

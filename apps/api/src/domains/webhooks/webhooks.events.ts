/** Nothing has reached an endpoint for days, or it does not want to be reached any more: nothing is sent to it now. */
export class WebhookDisabled {
  constructor(
    readonly endpointId: number,
    readonly userId: number,
  ) {}
}

/**
 * The event object that Electron gives to listeners which may prevent what is about to happen.
 */
export class Cancellable {
  defaultPrevented = false;

  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

import RuleProvider from 'diagram-js/lib/features/rules/RuleProvider';

const CHANGES = [
  'shape.create',
  'shape.append',
  'shape.replace',
  'shape.resize',
  'shape.attach',
  'elements.create',
  'elements.move',
  'elements.delete',
  'element.paste',
  'connection.create',
  'connection.start',
  'connection.reconnect',
  'connection.updateWaypoints',
];

/** While the drawing is locked, nothing in it can be changed; it may be copied from. */
export class Lock extends RuleProvider {
  constructor(eventBus, wbLocked) {
    super(eventBus);
    CHANGES.forEach((change) => this.addRule(change, 5000, () => (wbLocked() ? false : undefined)));
    eventBus.on(['directEditing.activate', 'element.dblclick', 'contextPad.open'], 5000, () =>
      wbLocked() ? false : undefined,
    );
  }
}

Lock.$inject = ['eventBus', 'wbLocked'];

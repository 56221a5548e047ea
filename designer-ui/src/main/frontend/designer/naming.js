import LabelEditingProvider from 'bpmn-js/lib/features/label-editing/LabelEditingProvider';

/**
 * Writes a block's name on the canvas. The editor takes a name that was only looked at for a changed one, as its box had
 * another size, and every block that is put down is looked at like that: it would cost the planner an undo of its own.
 */
export class Naming extends LabelEditingProvider {
  update(element, name, before, bounds) {
    if (name !== before) {
      super.update(element, name, before, bounds);
    }
  }
}

Naming.$inject = LabelEditingProvider.$inject;

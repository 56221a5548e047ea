const COMMAND = 'wb.together';

/** Several changes that a planner makes with one gesture, and undoes with one. */
export class Together {
  constructor(commandStack) {
    this.commandStack = commandStack;
    commandStack.register(COMMAND, { preExecute: ({ changes }) => changes() });
  }

  do(changes) {
    this.commandStack.execute(COMMAND, { changes });
  }
}

Together.$inject = ['commandStack'];

/**
 * Keys of the designer: Ctrl+F finds blocks wherever on the page the focus is. Turning a block into another kind of BPMN
 * element is nothing planners ask for, so the editor's key for it does nothing.
 */
export class Keys {
  constructor(eventBus, editorActions, searchPad, canvas) {
    eventBus.once('editorActions.init', 2000, () => editorActions.unregister('replaceElement'));
    const find = (event) => {
      if (!canvas.getContainer().isConnected) {
        document.removeEventListener('keydown', find, true);
      } else if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'f') {
        event.preventDefault();
        event.stopPropagation();
        searchPad.toggle();
      }
    };
    document.addEventListener('keydown', find, true);
  }
}

Keys.$inject = ['eventBus', 'editorActions', 'searchPad', 'canvas'];

import PopupMenu from 'diagram-js/lib/features/popup-menu/PopupMenu';

const TITLES = { 'align-elements': 'Align elements' };

/** The editor's own menus under a head in the planner's language: one without a head calls itself "Results". */
export class TitledMenus extends PopupMenu {
  constructor(config, eventBus, canvas, search, translate) {
    super(config, eventBus, canvas, search);
    this.translate = translate;
  }

  open(target, provider, position, options) {
    const title = TITLES[provider] && { title: this.translate(TITLES[provider]) };
    super.open(target, provider, position, { ...title, ...options });
  }
}

TitledMenus.$inject = [...PopupMenu.$inject, 'translate'];

import { icon, groupColor } from './icons';

/** The palette on the left: blocks in groups; a drag or a click puts one on the canvas. */
export class BlockPalette {
  constructor(host, words) {
    this.host = host;
    this.words = words;
  }

  show(blocks, onDrag, onClick) {
    this.host.replaceChildren(this._toggle(), this._search());
    const groups = new Map();
    for (const block of blocks) {
      if (!groups.has(block.group)) {
        groups.set(block.group, this._group(block));
        this.host.appendChild(groups.get(block.group));
      }
      groups.get(block.group).appendChild(this._entry(block, onDrag, onClick));
    }
    this.host.appendChild(this._nothing());
  }

  /** Narrows the blocks to those whose name or description has the words; Enter takes the first. */
  _search() {
    const search = document.createElement('input');
    search.type = 'search';
    search.className = 'wb-palette-search';
    search.placeholder = this.words.findBlock;
    search.setAttribute('aria-label', this.words.findBlock);
    search.addEventListener('input', () => this._narrow(search.value));
    search.addEventListener('keydown', (event) => {
      const first = this.host.querySelector('.wb-block:not([hidden])');
      if (event.key === 'Enter' && first) {
        first.click();
      }
    });
    return search;
  }

  _narrow(wanted) {
    const words = wanted.trim().toLowerCase().split(/\s+/);
    for (const entry of this.host.querySelectorAll('.wb-block')) {
      entry.hidden = !words.every((word) => entry.title.toLowerCase().includes(word));
    }
    for (const group of this.host.querySelectorAll('section')) {
      group.hidden = !group.querySelector('.wb-block:not([hidden])');
    }
    this.host.querySelector('.wb-palette-nothing').hidden = !!this.host.querySelector('.wb-block:not([hidden])');
  }

  _nothing() {
    const nothing = document.createElement('p');
    nothing.className = 'wb-palette-nothing';
    nothing.textContent = this.words.noBlock;
    nothing.hidden = true;
    return nothing;
  }

  _toggle() {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'wb-palette-toggle';
    button.title = this.words.collapse;
    button.setAttribute('aria-label', this.words.collapse);
    button.textContent = '«';
    button.addEventListener('click', () => {
      const narrow = this.host.classList.toggle('narrow');
      button.textContent = narrow ? '»' : '«';
      button.title = narrow ? this.words.expand : this.words.collapse;
    });
    return button;
  }

  _group(block) {
    const group = document.createElement('section');
    const title = document.createElement('h4');
    title.textContent = block.groupName;
    title.style.color = groupColor(block.group);
    group.appendChild(title);
    return group;
  }

  _entry(block, onDrag, onClick) {
    const entry = document.createElement('button');
    entry.type = 'button';
    entry.className = 'wb-block';
    entry.dataset.block = block.id;
    entry.title = block.description ? `${block.name}: ${block.description}` : block.name;
    entry.draggable = true;
    const name = document.createElement('span');
    name.textContent = block.name;
    entry.append(icon(block.icon, groupColor(block.group)), name);
    entry.addEventListener('dragstart', (event) => {
      event.preventDefault();
      onDrag(event, block);
    });
    entry.addEventListener('click', (event) => onClick(event, block));
    return entry;
  }
}

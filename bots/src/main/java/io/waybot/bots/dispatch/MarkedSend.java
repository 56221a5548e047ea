package io.waybot.bots.dispatch;

import io.waybot.db.dispatch.CustomerFacts;
import io.waybot.db.dispatch.DueSend;

/** A send that is committed as being on its way. */
record MarkedSend(DueSend send, String address, CustomerFacts about) {}

/** What waits for an approver, and the one page that decides it. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.approval;

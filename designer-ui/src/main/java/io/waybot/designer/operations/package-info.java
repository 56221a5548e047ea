/** What administrators watch: instances, incidents, robots, people, the audit log. */
@org.jspecify.annotations.NullMarked
package io.waybot.designer.operations;

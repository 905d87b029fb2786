package studio.backlot.workflow;

import studio.backlot.job.QueueStore;
import studio.backlot.job.WorkspaceSettings;

/// Where the queue of one production keeps its jobs, and what it has learnt on this machine.
record QueueRoom(QueueStore jobs, WorkspaceSettings settings) {}

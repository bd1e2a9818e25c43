namespace Cybernetes.Scheduler.Configuration;

/// <summary>A configuration that the scheduler cannot run with, in upstream's words.</summary>
public sealed class SchedulerConfigurationException(string message) : Exception(message);

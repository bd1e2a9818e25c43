namespace Cybernetes.Controllers.Autoscaling;

/// <summary>A metric that gives no count of replicas, in upstream's words.</summary>
public sealed class MetricException(string message) : Exception(message);

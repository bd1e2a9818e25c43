namespace Cybernetes.Kubelet.Statuses;

/// <summary>Why a container is not running although it should be: what its waiting state shows.</summary>
public sealed record PendingReason(string Reason, string Message);

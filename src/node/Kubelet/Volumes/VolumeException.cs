namespace Cybernetes.Kubelet.Volumes;

/// <summary>A volume cannot be mounted now; the message is what the FailedMount event shows.</summary>
internal sealed class VolumeException(string message, Exception? inner = null) : Exception(message, inner);

namespace Cybernetes.Kubelet.Envs;

/// <summary>A container cannot be configured as its spec asks: shown as CreateContainerConfigError with this message.</summary>
public sealed class ConfigErrorException(string message) : Exception(message);

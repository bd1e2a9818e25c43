namespace Cybernetes.Client.Configuration;

/// <summary>A client configuration that cannot be used; the message is client-go's.</summary>
public sealed class ConfigurationException(string message, Exception? inner = null) : Exception(message, inner);

namespace Cybernetes.ApiServer.Encryption.Kms;

/// <summary>A provider whose keys are elsewhere.</summary>
internal interface IKmsProvider : IEncryptionProvider
{
    /// <summary>Null when the plugin is well, else what is wrong.</summary>
    ValueTask<string?> CheckAsync(CancellationToken cancellationToken);
}

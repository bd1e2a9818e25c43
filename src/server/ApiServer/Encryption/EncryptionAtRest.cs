using System.Security.Cryptography;
using Cybernetes.Api.Machinery;
using Cybernetes.ApiServer.Encryption.Kms;
using Cybernetes.Base.Health;
using Cybernetes.Store;
using Microsoft.Extensions.Logging;

namespace Cybernetes.ApiServer.Encryption;

/// <summary>
/// <c>--encryption-provider-config</c>: gives every resource its transformer, and reads the file again when it changes, if asked to; a broken new
/// version is logged and the old one stays. Thread safe.
/// </summary>
public sealed class EncryptionAtRest : IDisposable
{
    private static readonly TimeSpan _period = TimeSpan.FromMinutes(1);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ITimer? _timer;
    private readonly Lock _gate = new();
    private volatile EncryptionRules _rules;
    private string _hash;

    private EncryptionAtRest(string path, bool reload, TimeProvider time, ILogger logger)
    {
        (_path, _time, _logger) = (path, time, logger);
        var bytes = File.ReadAllBytes(path);
        _hash = HashOf(bytes);
        _rules = Read(bytes);
        _timer = reload ? time.CreateTimer(_ => Reload(), null, _period, _period) : null;
    }

    /// <summary>Reads the file. Throws <see cref="FormatException"/> or <see cref="IOException"/>.</summary>
    public static EncryptionAtRest Load(string path, bool reload, TimeProvider time, ILogger logger) => new(path, reload, time, logger);

    /// <summary><c>/healthz/kms-providers</c>.</summary>
    public HealthCheck Health => new("kms-providers", CheckAsync);

    /// <summary>The transformer of a resource; it follows the file.</summary>
    public IValueTransformer For(GroupResource resource) => new Transformer(this, resource);

    /// <summary>Reads the file now if it has changed.</summary>
    public void Reload()
    {
        lock (_gate)
        {
            try
            {
                var bytes = File.ReadAllBytes(_path);
                var hash = HashOf(bytes);
                if (hash != _hash)
                {
                    _rules = Read(bytes);
                    _hash = hash;
                    EncryptionLog.Reloaded(_logger, _path);
                }
            }
            catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
            {
                EncryptionLog.ReloadFailed(_logger, _path, e);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();

    private EncryptionRules Read(byte[] bytes) => new EncryptionConfigurationReader(kms => KmsProviders.Make(kms, _time)).Read(bytes);

    private async ValueTask<string?> CheckAsync(CancellationToken cancellationToken)
    {
        foreach (var provider in _rules.Providers.OfType<IKmsProvider>())
        {
            if (await provider.CheckAsync(cancellationToken).ConfigureAwait(false) is { } why)
            {
                return why;
            }
        }
        return null;
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed class Transformer(EncryptionAtRest owner, GroupResource resource) : IValueTransformer
    {
        private IValueTransformer Current => owner._rules.Find(resource) ?? (IValueTransformer)IdentityTransformer.Instance;

        public ValueTask<TransformedValue> FromStorageAsync(StoreKey key, ReadOnlyMemory<byte> stored, CancellationToken cancellationToken = default) =>
            Current.FromStorageAsync(key, stored, cancellationToken);

        public ValueTask<ReadOnlyMemory<byte>> ToStorageAsync(StoreKey key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken = default) =>
            Current.ToStorageAsync(key, value, cancellationToken);
    }
}

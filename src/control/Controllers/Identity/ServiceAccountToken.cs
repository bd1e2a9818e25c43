using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.MetaV1;
using Cybernetes.Client;

namespace Cybernetes.Controllers.Identity;

/// <summary>The token of one service account, asked for when it is needed and again before it ends. Thread safe.</summary>
/// <param name="manager">Who asks: it may create service accounts and their tokens.</param>
/// <param name="account">The service account of <c>kube-system</c>, created where it is missing.</param>
public sealed class ServiceAccountToken(KubeClient manager, string account) : IDisposable
{
    private const string Namespace = "kube-system";
    private static readonly TimeSpan _life = TimeSpan.FromHours(1);
    private readonly SemaphoreSlim _gate = new(1);
    private volatile Held? _held;

    /// <summary>A token that is good for a while. Throws <see cref="ApiException"/> where the server refuses.</summary>
    public async ValueTask<string> GetAsync(CancellationToken cancellationToken)
    {
        if (_held is { } held && manager.Time.GetUtcNow() < held.Until)
        {
            return held.Text;
        }

        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_held is { } meanwhile && manager.Time.GetUtcNow() < meanwhile.Until)
            {
                return meanwhile.Text;
            }

            var (text, life) = await RequestAsync(cancellationToken).ConfigureAwait(false);
            _held = new Held(text, manager.Time.GetUtcNow() + (life * 0.8));
            return text;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The server no longer believes a token.</summary>
    public void Refused(string text)
    {
        if (_held?.Text == text)
        {
            _held = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async ValueTask<(string Text, TimeSpan Life)> RequestAsync(CancellationToken cancellationToken)
    {
        var request = new TokenRequest { Spec = new TokenRequestSpec { ExpirationSeconds = (long)_life.TotalSeconds } };
        for (var attempt = 0; ; attempt++)
        {
            var result = await manager.CreateSubresourceAsync<ServiceAccount, TokenRequest, TokenRequest>(Namespace, account, "token", request, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (result.Ok)
            {
                return (result.Value.Status.Token, _life);
            }

            if (!result.IsNotFound || attempt > 0)
            {
                throw new ApiException(result.Status);
            }

            var created = await manager.CreateAsync(new ServiceAccount { Metadata = new ObjectMeta { Name = account, Namespace = Namespace } }, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!created.Ok && !created.IsAlreadyExists)
            {
                throw new ApiException(created.Status);
            }
        }
    }

    private sealed record Held(string Text, DateTimeOffset Until);
}

using System.Collections.Concurrent;
using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Kubelet.ControlPlane;

namespace Cybernetes.Kubelet.Volumes;

/// <summary>Service account tokens bound to pods, fetched anew when 80 % of their life, or a day, has passed. Thread-safe.</summary>
internal sealed class TokenStore(IControlPlane api, TimeProvider time)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<(string PodUid, string Audience, long Seconds), (string Token, DateTimeOffset Refresh)> _tokens = new();

    /// <summary>A token of the pod's service account; an empty audience is the API server's. Throws <see cref="VolumeException"/>.</summary>
    public async Task<string> GetAsync(Pod pod, string audience, long seconds, CancellationToken cancellationToken)
    {
        var key = (pod.Metadata.Uid, audience, seconds);
        if (_tokens.TryGetValue(key, out var known) && time.GetUtcNow() < known.Refresh)
        {
            return known.Token;
        }

        var request = new TokenRequest
        {
            Spec = new()
            {
                Audiences = audience.Length > 0 ? [audience] : default,
                ExpirationSeconds = seconds,
                BoundObjectRef = new() { ApiVersion = "v1", Kind = "Pod", Name = pod.Metadata.Name, UID = pod.Metadata.Uid },
            },
        };
        try
        {
            var account = pod.Spec.ServiceAccountName.Length > 0 ? pod.Spec.ServiceAccountName : "default";
            var answer = await api.CreateTokenAsync(pod.Metadata.Namespace, account, request, cancellationToken).ConfigureAwait(false);
            var now = time.GetUtcNow();
            var life = answer.Status.ExpirationTimestamp.Moment - now;
            var refresh = now + (life * 0.8 < MaxAge ? life * 0.8 : MaxAge);
            _tokens[key] = (answer.Status.Token, refresh);
            return answer.Status.Token;
        }
        catch (ControlPlaneException e)
        {
            if (known.Token is not null)
            {
                return known.Token; // still good for a while
            }

            throw new VolumeException($"failed to fetch token: {e.Message}", e);
        }
    }

    /// <summary>Forgets a pod's tokens.</summary>
    public void Forget(string podUid)
    {
        foreach (var key in _tokens.Keys.Where(k => k.PodUid == podUid))
        {
            _tokens.TryRemove(key, out _);
        }
    }
}

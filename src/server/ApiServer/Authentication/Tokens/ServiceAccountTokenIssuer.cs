using System.Text.Json;
using Cybernetes.Api.AuthenticationV1;
using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.ApiServer.ClusterView;
using Cybernetes.Pki.Tokens;

namespace Cybernetes.ApiServer.Authentication.Tokens;

/// <summary>Answers <c>serviceaccounts/NAME/token</c>: makes tokens bound to a pod, secret or node. Thread safe.</summary>
public sealed class ServiceAccountTokenIssuer(ServiceAccountTokenOptions options, IClusterView cluster, TimeProvider time)
{
    private const long ProjectedSeconds = 3607;
    private const long ExtendedSeconds = 365 * 24 * 3600;
    private const long MinSeconds = 600;

    /// <summary>The request with its status filled, or the refusal.</summary>
    public async ValueTask<(TokenRequest? Answer, Status? Refusal)> IssueAsync(string @namespace, string name, TokenRequest request, CancellationToken cancellationToken)
    {
        if (options.Keys.SigningKey is not { } key)
        {
            return (null, ApiStatus.InternalError("no service account signing key is configured"));
        }
        var account = cluster.Get<ServiceAccount>(@namespace, name)
            ?? await cluster.GetLiveAsync<ServiceAccount>(@namespace, name, cancellationToken).ConfigureAwait(false);
        if (account is null)
        {
            return (null, ApiStatus.NotFound(new GroupResource("", "serviceaccounts"), name));
        }
        var spec = request.Spec;
        if (spec.Audiences.IsEmpty)
        {
            spec = spec with { Audiences = options.Audiences.ToValueList() };
        }
        var seconds = spec.ExpirationSeconds ?? 3600;
        if (Validate(seconds) is { } invalid)
        {
            return (null, invalid);
        }
        if (options.MaxExpiration > TimeSpan.Zero && seconds > (long)options.MaxExpiration.TotalSeconds)
        {
            seconds = (long)options.MaxExpiration.TotalSeconds;
        }
        spec = spec with { ExpirationSeconds = seconds };
        var bound = default(Bound);
        if (spec.BoundObjectRef is { } reference)
        {
            (bound, var refusal) = await BindAsync(reference, account, cancellationToken).ConfigureAwait(false);
            if (refusal is not null)
            {
                return (null, refusal);
            }
        }
        var now = DateTimeOffset.FromUnixTimeSeconds(time.GetUtcNow().ToUnixTimeSeconds());
        var extend = options.ExtendExpiration && bound.Pod is not null && seconds == ProjectedSeconds && spec.Audiences.All(a => options.Audiences.Contains(a));
        var token = Sign(key, account, bound, spec.Audiences, now, extend ? ExtendedSeconds : seconds, extend ? seconds : null);
        return (request with
        {
            Metadata = request.Metadata with { Name = name, Namespace = @namespace, CreationTimestamp = new Time(now) },
            Spec = spec,
            Status = TokenRequestStatus.Empty with { Token = token, ExpirationTimestamp = new Time(now.AddSeconds(seconds)) },
        }, null);
    }

    private static Status? Validate(long seconds)
    {
        var why = seconds < MinSeconds ? "may not specify a duration less than 10 minutes"
            : seconds > 1L << 32 ? "may not specify a duration larger than 2^32 seconds"
            : null;
        if (why is null)
        {
            return null;
        }
        var text = $"Invalid value: {seconds}: {why}";
        return Status.Empty with
        {
            StatusValue = "Failure",
            Code = 422,
            Reason = "Invalid",
            Message = $"TokenRequest.authentication.k8s.io \"\" is invalid: spec.expirationSeconds: {text}",
            Details = StatusDetails.Empty with
            {
                Group = "authentication.k8s.io",
                Kind = "TokenRequest",
                Causes = [StatusCause.Empty with { Reason = "FieldValueInvalid", Message = text, Field = "spec.expirationSeconds" }],
            },
        };
    }

    private async ValueTask<(Bound Bound, Status? Refusal)> BindAsync(BoundObjectReference reference, ServiceAccount account, CancellationToken cancellationToken)
    {
        var ns = account.Metadata.Namespace;
        var bound = default(Bound);
        ObjectMeta? found;
        switch (GroupVersionKind.From(reference.ApiVersion, reference.Kind))
        {
            case { Group: "", Kind: "Pod" }:
                var pod = await cluster.GetLiveAsync<Pod>(ns, reference.Name, cancellationToken).ConfigureAwait(false);
                if (pod is not null && pod.Spec.ServiceAccountName != account.Metadata.Name)
                {
                    return (default, ApiStatus.BadRequest(
                        $"cannot bind token for serviceaccount \"{account.Metadata.Name}\" to pod running with different serviceaccount name."));
                }
                found = pod?.Metadata;
                if (pod is { Spec.NodeName: { Length: > 0 } nodeName })
                {
                    bound = new Bound { Node = (nodeName, cluster.Get<Node>("", nodeName)?.Metadata.Uid ?? "") };
                }
                bound = bound with { Pod = found is null ? null : (found.Name, found.Uid) };
                break;
            case { Group: "", Kind: "Secret" }:
                found = (await cluster.GetLiveAsync<Secret>(ns, reference.Name, cancellationToken).ConfigureAwait(false))?.Metadata;
                bound = new Bound { Secret = found is null ? null : (found.Name, found.Uid) };
                break;
            case { Group: "", Kind: "Node" }:
                found = (await cluster.GetLiveAsync<Node>("", reference.Name, cancellationToken).ConfigureAwait(false))?.Metadata;
                bound = new Bound { Node = found is null ? null : (found.Name, found.Uid) };
                break;
            case var kind:
                return (default, ApiStatus.BadRequest($"cannot bind token to object of type {kind}"));
        }
        if (found is null)
        {
            return (default, ApiStatus.NotFound(new GroupResource("", reference.Kind.ToLowerInvariant() + "s"), reference.Name));
        }
        return reference.UID.Length > 0 && reference.UID != found.Uid
            ? (default, ApiStatus.Conflict(new GroupResource("", reference.Kind), reference.Name,
                $"the UID in the bound object reference ({reference.UID}) does not match the UID in record. The object might have been deleted and then recreated"))
            : (bound, null);
    }

    private string Sign(JwtKey key, ServiceAccount account, Bound bound, ValueList<string> audiences, DateTimeOffset now, long seconds, long? warnAfter) =>
        Jwt.Sign(key, json =>
        {
            json.WriteStartArray("aud");
            foreach (var audience in audiences)
            {
                json.WriteStringValue(audience);
            }
            json.WriteEndArray();
            json.WriteNumber("exp", now.ToUnixTimeSeconds() + seconds);
            json.WriteNumber("iat", now.ToUnixTimeSeconds());
            json.WriteString("iss", options.Issuers[0]);
            json.WriteString("jti", Guid.NewGuid());
            json.WriteStartObject("kubernetes.io");
            json.WriteString("namespace", account.Metadata.Namespace);
            Write(json, "node", bound.Node);
            Write(json, "pod", bound.Pod);
            Write(json, "secret", bound.Secret);
            Write(json, "serviceaccount", (account.Metadata.Name, account.Metadata.Uid));
            if (warnAfter is { } after)
            {
                json.WriteNumber("warnafter", now.ToUnixTimeSeconds() + after);
            }
            json.WriteEndObject();
            json.WriteNumber("nbf", now.ToUnixTimeSeconds());
            json.WriteString("sub", ServiceAccountNames.UserName(account.Metadata.Namespace, account.Metadata.Name));
        });

    private static void Write(Utf8JsonWriter json, string name, (string Name, string Uid)? reference)
    {
        if (reference is { } r)
        {
            json.WriteStartObject(name);
            json.WriteString("name", r.Name);
            if (r.Uid.Length > 0)
            {
                json.WriteString("uid", r.Uid);
            }
            json.WriteEndObject();
        }
    }

    private readonly record struct Bound((string Name, string Uid)? Pod, (string Name, string Uid)? Secret, (string Name, string Uid)? Node);
}

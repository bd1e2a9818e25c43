using System.Runtime.CompilerServices;
using Cybernetes.Api;
using Cybernetes.Api.AdmissionV1;
using Cybernetes.Api.Machinery;
using Cybernetes.Api.MetaV1;
using Cybernetes.Api.Rules;
using Cybernetes.ApiServer.Admission.Policies;
using Cybernetes.ApiServer.Authentication;
using Cybernetes.ApiServer.Authorization;
using Cybernetes.ApiServer.ClusterView;

namespace Cybernetes.ApiServer.Admission.Webhooks;

/// <summary>Asks one webhook about a request: 1. whether it is meant, 2. the call, 3. what its answer says. Thread safe.</summary>
internal sealed class WebhookDispatcher(IClusterView cluster, IAuthorizer authorizer)
{
    private readonly PolicyMatcher _matcher = new(cluster);
    private readonly WebhookConnections _connections = new(cluster);
    private readonly ConditionalWeakTable<string, CelExpression> _conditions = [];

    /// <summary>The webhook's yes, or nothing where it is not asked or its failure does not matter, or why not.</summary>
    public async ValueTask<(AdmissionResponse? Answer, Status? Refusal)> AskAsync(WebhookCall call, AdmissionAttributes attributes, CancellationToken cancellationToken)
    {
        // 1
        if (call.Match is not { } match || IsExempt(attributes.Resource) || !_matcher.Matches(match, attributes))
        {
            return default;
        }
        try
        {
            if (!Holds(call, attributes))
            {
                return default;
            }
        }
        catch (CelException failed)
        {
            return call.IgnoresFailure ? default : (null, Refusal.Forbidden(attributes, failed.Message));
        }
        if (attributes.DryRun && call.HasSideEffects)
        {
            return (null, Refusal.BadRequest($"admission webhook \"{call.Name}\" does not support dry run"));
        }

        // 2
        AdmissionResponse response;
        var uid = Guid.NewGuid().ToString();
        try
        {
            var version = call.Versions.FirstOrDefault(each => each is "v1" or "v1beta1") ?? "v1";
            var review = Value.ToValue(AdmissionReview.Empty with { Request = RequestOf(attributes, uid) }).With("kind", "AdmissionReview").With("apiVersion", $"admission.k8s.io/{version}");
            var answer = Value.ParseJson(await _connections.PostAsync(call, review.ToJson(), cancellationToken).ConfigureAwait(false));
            response = Value.FromValue<AdmissionReview>(answer).Response ?? throw new IOException("webhook response was absent");
            if (version == "v1" && response.Uid != uid)
            {
                throw new IOException($"received invalid webhook response: expected response.uid=\"{uid}\", got \"{response.Uid}\"");
            }
        }
        catch (Exception failed) when (failed is IOException or WireException)
        {
            return call.IgnoresFailure ? default : (null, Refusal.InternalError($"failed calling webhook \"{call.Name}\": {failed.Message}"));
        }

        // 3
        foreach (var (key, value) in response.AuditAnnotations)
        {
            attributes.Annotate($"{call.Name}/{key}", value);
        }
        foreach (var warning in response.Warnings)
        {
            attributes.Warn(warning);
        }
        return response.Allowed ? (response, null) : (null, Denied(call.Name, response.Status));
    }

    private static Status Denied(string name, Status? given)
    {
        var denied = $"admission webhook \"{name}\" denied the request";
        var status = given ?? Status.Empty;
        return status with
        {
            StatusValue = "Failure",
            Code = status.Code < 400 ? 400 : status.Code,
            Message = status switch
            {
                { Message.Length: > 0 } => $"{denied}: {status.Message}",
                { Reason.Length: > 0 } => $"{denied}: {status.Reason}",
                _ => $"{denied} without explanation",
            },
        };
    }

    // What sets up admission is not admitted by what it sets up.
    private static bool IsExempt(GroupVersionResource resource) =>
        resource.Group == "admissionregistration.k8s.io" && (resource.Resource.Contains("webhookconfigurations", StringComparison.Ordinal) || resource.Resource.Contains("admissionpolic", StringComparison.Ordinal));

    // A condition that is false counts before one that fails.
    private bool Holds(WebhookCall call, AdmissionAttributes attributes)
    {
        if (call.Conditions.IsEmpty)
        {
            return true;
        }
        var names = new PolicyNames(null, attributes, Value.Null, cluster, authorizer);
        CelException? failed = null;
        foreach (var condition in call.Conditions)
        {
            try
            {
                var expression = _conditions.GetValue(condition.Expression, text => CelExpression.Compile(text.Trim(), ["object", "oldObject", "request", "namespaceObject", "authorizer", "authorizer.requestResource"], "bool"));
                if (expression.Compute(names.Find) is not true)
                {
                    return false;
                }
            }
            catch (CelException error)
            {
                failed = error;
            }
        }
        return failed is null ? true : throw failed;
    }

    private static AdmissionRequest RequestOf(AdmissionAttributes attributes, string uid) => AdmissionRequest.Empty with
    {
        Uid = uid,
        Kind = attributes.Kind,
        Resource = attributes.Resource,
        SubResource = attributes.Subresource,
        RequestKind = attributes.Kind,
        RequestResource = attributes.Resource,
        RequestSubResource = attributes.Subresource,
        Name = attributes.Name,
        Namespace = attributes.Namespace,
        Operation = attributes.Operation.ToString().ToUpperInvariant(),
        UserInfo = IdentityReviews.Describe(attributes.User),
        Object = Raw(attributes.Object),
        OldObject = Raw(attributes.OldObject),
        DryRun = attributes.DryRun,
        Options = Raw(attributes.Options),
    };

    private static RawExtension Raw(IKind? kind) => kind is null ? default : new(Bytes.Adopt(JsonEncoder.ToArray(kind)));
}

using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Service accounts.</summary>
internal sealed class ServiceAccountRules : KindRules<ServiceAccount>
{
    protected override ServiceAccount OnCreate(ServiceAccount obj, RequestFacts facts) => NamesOnly(obj);

    protected override ServiceAccount OnUpdate(ServiceAccount obj, ServiceAccount old, RequestFacts facts) => NamesOnly(obj);

    protected override void Validate(ServiceAccount obj, ErrorList errors) => ValidateMeta(obj, errors);

    protected override void Warn(ServiceAccount obj, ServiceAccount? old, List<string> warnings)
    {
        const string enforce = "kubernetes.io/enforce-mountable-secrets";
        if (obj.Metadata.Annotations.ContainsKey(enforce) && old?.Metadata.Annotations.ContainsKey(enforce) != true)
        {
            warnings.Add($"metadata.annotations[{enforce}]: deprecated in v1.32+; prefer separate namespaces to isolate access to mounted secrets");
        }
    }

    private static ServiceAccount NamesOnly(ServiceAccount obj) => obj with { Secrets = obj.Secrets.Update(secret => new() { Name = secret.Name }) };
}

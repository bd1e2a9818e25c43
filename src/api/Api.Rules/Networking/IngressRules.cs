using Cybernetes.Api.Machinery;
using Cybernetes.Api.NetworkingV1;

namespace Cybernetes.Api.Rules;

/// <summary>Ingresses.</summary>
internal sealed class IngressRules : KindRules<Ingress>
{
    private const string ClassAnnotation = "kubernetes.io/ingress.class";

    private static readonly StatusRules<Ingress> _status = new((obj, old) => obj with { Spec = old.Spec }, (obj, _, errors) => Status(obj.Status, errors));

    public override bool AllowUnconditionalUpdate => true;

    protected override Ingress OnCreate(Ingress obj, RequestFacts facts) => FirstGeneration(obj with { Status = IngressStatus.Empty });

    protected override Ingress OnUpdate(Ingress obj, Ingress old, RequestFacts facts) => WithGeneration(obj with { Status = old.Status }, old, obj.Spec != old.Spec);

    protected override void Validate(Ingress obj, ErrorList errors)
    {
        Both(obj, errors);
        if (obj.Metadata.Annotations.TryGetValue(ClassAnnotation, out var value) && obj.Spec.IngressClassName is { } name && value != name)
        {
            errors.Invalid(FieldPath.Of("annotations").Child(ClassAnnotation), value, "must match `ingressClassName` when both are specified");
        }
    }

    protected override void ValidateUpdate(Ingress obj, Ingress old, ErrorList errors)
    {
        ValidateMetaUpdate(obj, old, errors);
        Both(obj, errors);
    }

    protected override void Warn(Ingress obj, Ingress? old, List<string> warnings)
    {
        if (old is null && obj.Metadata.Annotations.ContainsKey(ClassAnnotation))
        {
            warnings.Add($"annotation {GoText.Quote(ClassAnnotation)} is deprecated, please use 'spec.ingressClassName' instead");
        }
    }

    public override SubresourceRules? Subresource(string name) => name == "status" ? _status : null;

    private void Both(Ingress obj, ErrorList errors)
    {
        ValidateMeta(obj, errors);
        var (spec, path) = (obj.Spec, FieldPath.Of("spec"));
        if (spec.Rules.IsEmpty && spec.DefaultBackend is null)
        {
            errors.Invalid(path, GoDump.List(spec.Rules), "either `defaultBackend` or `rules` must be specified");
        }

        if (spec.DefaultBackend is { } backend)
        {
            IngressBackendRules.Validate(backend, path.Child("defaultBackend"), errors);
        }

        for (var i = 0; i < spec.Rules.Count; i++)
        {
            IngressBackendRules.Rule(spec.Rules[i], path.Child("rules").Index(i), errors);
        }

        for (var i = 0; i < spec.Tls.Count; i++)
        {
            Tls(spec.Tls[i], path.Child("tls").Index(i), errors);
        }

        if (spec.IngressClassName is { } name)
        {
            Check.Subdomain(name, path.Child("ingressClassName"), errors);
        }
    }

    private static void Tls(IngressTLS tls, FieldPath at, ErrorList errors)
    {
        for (var i = 0; i < tls.Hosts.Count; i++)
        {
            IngressBackendRules.Host(tls.Hosts[i], at.Child("hosts").Index(i), errors);
        }

        if (tls.SecretName.Length > 0)
        {
            Check.Subdomain(tls.SecretName, at.Child("secretName"), errors);
        }
    }

    private static void Status(IngressStatus status, ErrorList errors)
    {
        var path = FieldPath.Of("status", "loadBalancer", "ingress");
        for (var i = 0; i < status.LoadBalancer.Ingress.Count; i++)
        {
            var (each, at) = (status.LoadBalancer.Ingress[i], path.Index(i));
            if (each.Ip.Length > 0)
            {
                Check.Ip(each.Ip, at.Child("ip"), errors);
            }

            if (each.Hostname.Length > 0)
            {
                Check.Subdomain(each.Hostname, at.Child("hostname"), errors);
                if (Check.TryIp(each.Hostname, out _))
                {
                    errors.Invalid(at.Child("hostname"), each.Hostname, "must be a DNS name, not an IP address");
                }
            }
        }
    }
}

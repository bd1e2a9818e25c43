using Cybernetes.Api.CoreV1;
using Cybernetes.Api.Machinery;

namespace Cybernetes.Api.Rules;

/// <summary>Annotations of pods that mean something to the API server.</summary>
internal static class PodAnnotationRules
{
    private const string Mirror = "kubernetes.io/config.mirror";
    private const string AppArmor = "container.apparmor.security.beta.kubernetes.io/";
    private const string SeccompPod = "seccomp.security.alpha.kubernetes.io/pod";
    private const string SeccompContainer = "container.seccomp.security.alpha.kubernetes.io/";
    private const string DeletionCost = "controller.kubernetes.io/pod-deletion-cost";

    public static void Validate(ValueMap<string> annotations, PodSpec spec, FieldPath path, ErrorList errors)
    {
        if (annotations.IsEmpty)
        {
            return;
        }

        if (annotations.TryGetValue(Mirror, out var mirror) && spec.NodeName.Length == 0)
        {
            errors.Invalid(path.Key(Mirror), mirror, "must set spec.nodeName if mirror pod annotation is set");
        }

        if (annotations.TryGetValue(DeletionCost, out var cost) && !IsCost(cost))
        {
            errors.Invalid(path.Key(DeletionCost), cost, "must be a 32bit integer");
        }

        foreach (var (key, value) in annotations)
        {
            if (key == SeccompPod || key.StartsWith(SeccompContainer, StringComparison.Ordinal))
            {
                Seccomp(value, path.Child(key), errors);
            }
            else if (key.StartsWith(AppArmor, StringComparison.Ordinal))
            {
                var name = key[AppArmor.Length..];
                if (PodSpecRules.WithPaths(spec, path).All(entry => entry.Container.Name != name))
                {
                    errors.Invalid(path.Key(key), name, "container not found");
                }

                if (!(value is "" or "runtime/default" or "unconfined" || value.StartsWith("localhost/", StringComparison.Ordinal)))
                {
                    errors.Invalid(path.Key(key), value, $"invalid AppArmor profile name: {GoText.Quote(value)}");
                }
            }
        }
    }

    public static void ValidateUpdate(ValueMap<string> annotations, ValueMap<string> old, FieldPath path, ErrorList errors)
    {
        foreach (var (key, value) in old)
        {
            if (annotations.TryGetValue(key, out var now) && now == value)
            {
                continue;
            }

            if (key.StartsWith(AppArmor, StringComparison.Ordinal))
            {
                errors.Forbidden(path.Key(key), "may not remove or update AppArmor annotations");
            }

            if (key == Mirror)
            {
                errors.Forbidden(path.Key(key), "may not remove or update mirror pod annotation");
            }
        }

        foreach (var (key, _) in annotations)
        {
            if (old.ContainsKey(key))
            {
                continue;
            }

            if (key.StartsWith(AppArmor, StringComparison.Ordinal))
            {
                errors.Forbidden(path.Key(key), "may not add AppArmor annotations");
            }

            if (key == Mirror)
            {
                errors.Forbidden(path.Key(key), "may not add mirror pod annotation");
            }
        }
    }

    /// <summary>Profiles that stand both as annotation and as field must be the same.</summary>
    public static void ProfilesMatch(ValueMap<string> annotations, PodSpec spec, FieldPath path, ErrorList errors)
    {
        if (annotations.IsEmpty)
        {
            return;
        }

        if (spec.SecurityContext?.SeccompProfile is { } whole && annotations.TryGetValue(SeccompPod, out var text))
        {
            Match("seccomp", text, whole.Type, whole.LocalhostProfile, path.Child("securityContext", "seccompProfile"), errors);
        }

        foreach (var (container, at) in PodSpecRules.WithPaths(spec, path))
        {
            if (container.SecurityContext?.SeccompProfile is { } seccomp && annotations.TryGetValue(SeccompContainer + container.Name, out text))
            {
                Match("seccomp", text, seccomp.Type, seccomp.LocalhostProfile, at.Child("securityContext", "seccompProfile"), errors);
            }
        }

        if (spec.Os?.Name == "windows")
        {
            return;
        }

        foreach (var (container, at) in PodSpecRules.WithPaths(spec, path))
        {
            var profile = container.SecurityContext?.AppArmorProfile ?? spec.SecurityContext?.AppArmorProfile;
            if (profile is not null && annotations.TryGetValue(AppArmor + container.Name, out text))
            {
                Match("apparmor", text, profile.Type, profile.LocalhostProfile, at.Child("securityContext", "appArmorProfile"), errors);
            }
        }
    }

    private static void Match(string what, string annotation, string type, string? local, FieldPath at, ErrorList errors)
    {
        var same = type switch
        {
            "Unconfined" => annotation == "unconfined",
            "RuntimeDefault" => annotation == "runtime/default" || (what == "seccomp" && annotation == "docker/default"),
            "Localhost" => annotation.StartsWith("localhost/", StringComparison.Ordinal),
            _ => true,
        };
        if (!same)
        {
            errors.Forbidden(at.Child("type"), $"{what} type in annotation and field must match");
        }
        else if (type == "Localhost" && annotation["localhost/".Length..] != local)
        {
            errors.Forbidden(at.Child("localhostProfile"), $"{what} profile in annotation and field must match");
        }
    }

    private static void Seccomp(string profile, FieldPath path, ErrorList errors)
    {
        if (profile is "runtime/default" or "docker/default" or "unconfined")
        {
            return;
        }

        if (profile.StartsWith("localhost/", StringComparison.Ordinal))
        {
            Check.DescendingPath(profile["localhost/".Length..], path, errors);
        }
        else
        {
            errors.Invalid(path, profile, "must be a valid seccomp profile");
        }
    }

    private static bool IsCost(string text)
    {
        if (text.Length == 0)
        {
            return true;
        }

        var digits = text[0] == '-' ? text[1..] : text;
        return digits.Length > 0 && digits.All(char.IsAsciiDigit) && (digits == "0" || digits[0] != '0') && text != "-0" && int.TryParse(text, out _);
    }
}
